export const id = 817;
export const ids = [817];
export const modules = {

/***/ 3817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectCloudWatch: () => (/* binding */ connectCloudWatch)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4085);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(280);
// CloudWatch behind its port. Loaded on first use; rejects as the SDK does, which only clients.ts may see.


const PAGES = 20;
function connectCloudWatch(settings) {
    const client = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__/* .CloudWatchClient */ .WBn(settings);
    return {
        describeAlarms: async (input, options) => {
            const MetricAlarms = [];
            const CompositeAlarms = [];
            let NextToken;
            // A hundred names fit on one page; AWS may still give them out on several.
            for (let page = 0; page < PAGES; page++) {
                const request = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__/* .DescribeAlarmsCommand */ .zWD({ ...input, ...(NextToken !== undefined && { NextToken }) });
                const answer = await client.send(request, (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options));
                MetricAlarms.push(...(answer.MetricAlarms ?? []));
                CompositeAlarms.push(...(answer.CompositeAlarms ?? []));
                NextToken = answer.NextToken;
                if (NextToken === undefined)
                    break;
            }
            return { MetricAlarms, CompositeAlarms };
        }
    };
}


/***/ })

};

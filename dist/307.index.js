export const id = 307;
export const ids = [307];
export const modules = {

/***/ 3307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectCodeDeploy: () => (/* binding */ connectCodeDeploy)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7507);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(280);
// CodeDeploy behind its ports. Loaded on first use; rejects as the SDK does, which only clients.ts may see.


function connectCodeDeploy(settings) {
    const client = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .CodeDeployClient */ .cHd(settings);
    return {
        getDeploymentGroup: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .GetDeploymentGroupCommand */ .WOp(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        getDeploymentConfig: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .GetDeploymentConfigCommand */ .z2K(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        createDeploymentConfig: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .CreateDeploymentConfigCommand */ .JKx(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        createDeployment: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .CreateDeploymentCommand */ .ttP(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        getDeployment: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .GetDeploymentCommand */ .Tvn(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        getDeploymentTarget: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .GetDeploymentTargetCommand */ .Oxg(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        stopDeployment: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .StopDeploymentCommand */ .NzN(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        continueDeployment: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .ContinueDeploymentCommand */ .Md$(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options)),
        listDeployments: (input, options) => client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .ListDeploymentsCommand */ .sr8(input), (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(options))
    };
}


/***/ })

};

export const id = 371;
export const ids = [371];
export const modules = {

/***/ 1371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectEcs: () => (/* binding */ connectEcs)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(212);
;// CONCATENATED MODULE: ./src/aws/plain-json.ts
/** Sends `input` instead of what the client made of its typed input. */
function sendAsWritten(command, input) {
    const body = new TextEncoder().encode(JSON.stringify(input));
    // Every command has the same stack, each typed for its own input.
    const { middlewareStack } = command;
    middlewareStack.add((next) => (args) => {
        const request = args.request;
        request.body = body;
        request.headers['content-length'] = String(body.byteLength);
        return next(args);
    }, 
    // After everything that looks at the body, before it is signed.
    { step: 'build', priority: 'low', name: 'sendAsWritten' });
}
/**
 * Keeps the answer as AWS wrote it, and returns where to read it. The client is given an empty answer in its place when
 * the call went well, so that its opinion of a member cannot spoil ours; refusals it reads itself.
 */
function keepAnswer(command) {
    let kept = '';
    const { middlewareStack } = command;
    middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const body = await whole(response.body);
        kept = new TextDecoder().decode(body);
        response.body = response.statusCode < 300 ? new TextEncoder().encode('{}') : body;
        return result;
    }, 
    // Nearest to the wire: the client's own reader runs after this.
    { step: 'deserialize', priority: 'low', name: 'keepAnswer' });
    return () => object(kept);
}
async function whole(body) {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
function object(text) {
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw new SyntaxError('expected a JSON object');
}

// EXTERNAL MODULE: ./src/aws/guard.ts
var guard = __webpack_require__(280);
;// CONCATENATED MODULE: ./src/aws/ecs.ts
// ECS behind its ports. Loaded on first use; rejects as the SDK does, which only clients.ts may see.



/** `sent` is called as soon as a request is on its way. */
function connectEcs(settings, sent) {
    const client = new dist_cjs/* ECSClient */.Zgc(settings);
    client.middlewareStack.add((next) => (args) => {
        const answer = next(args);
        sent();
        return answer;
    }, { step: 'deserialize', priority: 'low', name: 'sent' });
    return {
        describeServices: (input, options) => client.send(new dist_cjs/* DescribeServicesCommand */.H7c(input), (0,guard/* abortable */.Z)(options)),
        describeServicesAsWritten: async (input, options) => {
            const command = new dist_cjs/* DescribeServicesCommand */.H7c(input);
            const answer = keepAnswer(command);
            await client.send(command, (0,guard/* abortable */.Z)(options));
            return answer();
        },
        describeTaskDefinition: async (input, options) => {
            const command = new dist_cjs/* DescribeTaskDefinitionCommand */.Zy$(input);
            const answer = keepAnswer(command);
            await client.send(command, (0,guard/* abortable */.Z)(options));
            return answer();
        },
        registerTaskDefinition: async (definition, options) => {
            // The typed input is a stand-in; what is sent is the definition itself.
            const command = new dist_cjs/* RegisterTaskDefinitionCommand */.$Hl({ family: '-', containerDefinitions: [] });
            sendAsWritten(command, definition);
            const answer = keepAnswer(command);
            await client.send(command, (0,guard/* abortable */.Z)(options));
            return answer();
        },
        listTaskDefinitions: (input, options) => client.send(new dist_cjs/* ListTaskDefinitionsCommand */.Pse(input), (0,guard/* abortable */.Z)(options)),
        deregisterTaskDefinition: (input, options) => client.send(new dist_cjs/* DeregisterTaskDefinitionCommand */.sjB(input), (0,guard/* abortable */.Z)(options)),
        updateService: async (input, options) => {
            // The typed input is a stand-in here, too.
            const command = new dist_cjs/* UpdateServiceCommand */.kZr({ service: '-' });
            sendAsWritten(command, input);
            const answer = keepAnswer(command);
            await client.send(command, (0,guard/* abortable */.Z)(options));
            return answer();
        },
        listServiceDeployments: (input, options) => client.send(new dist_cjs/* ListServiceDeploymentsCommand */.jz8(input), (0,guard/* abortable */.Z)(options)),
        describeServiceDeployments: (input, options) => client.send(new dist_cjs/* DescribeServiceDeploymentsCommand */.A6p(input), (0,guard/* abortable */.Z)(options)),
        describeServiceRevisions: (input, options) => client.send(new dist_cjs/* DescribeServiceRevisionsCommand */.oF5(input), (0,guard/* abortable */.Z)(options)),
        stopServiceDeployment: (input, options) => client.send(new dist_cjs/* StopServiceDeploymentCommand */.a8L(input), (0,guard/* abortable */.Z)(options)),
        continueServiceDeployment: (input, options) => client.send(new dist_cjs/* ContinueServiceDeploymentCommand */.LrH(input), (0,guard/* abortable */.Z)(options)),
        listTasks: (input, options) => client.send(new dist_cjs/* ListTasksCommand */.MYg(input), (0,guard/* abortable */.Z)(options)),
        describeTasks: (input, options) => client.send(new dist_cjs/* DescribeTasksCommand */.z8X(input), (0,guard/* abortable */.Z)(options))
    };
}


/***/ })

};

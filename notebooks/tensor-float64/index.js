"use strict";
/** The part of `@tensorflow/tfjs-node` that danfojs-node 1.2.0 calls, in float64; see README.md. */
const { Tensor } = require("./tensor.js");
const { scalar, tensor1d, tensor2d } = require("./create.js");
const { moments } = require("./moments.js");
const { Dataset } = require("./dataset.js");

const data = { array: (items) => new Dataset(items) };

module.exports = { Tensor, scalar, tensor1d, tensor2d, moments, data };

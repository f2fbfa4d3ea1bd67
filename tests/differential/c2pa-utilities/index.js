// c2pa-node passes settings on as they are, and reads files of any size.
export class Context {}
export const DEFAULT_SETTINGS = {};
export const mergeSettings = (settings, others) => ({ ...settings, ...others });
export const settingsToJson = JSON.stringify;
export const withDefaultSettings = settings => settings;
export const validateAssetSize = () => {};

import { registerHooks } from 'node:module';

// pdf.js takes native code for drawing into the process as soon as it is read; a fault there would end a run of tests that
// read text only.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@napi-rs/canvas'
      ? { url: new URL('./no-canvas.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

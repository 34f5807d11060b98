/** σ(−z) for any z, in WGSL: e^−|z| does not overflow. */

export const SIGMOID_OF_MINUS = /* wgsl */ `
fn sigmoidOfMinus(z: f32) -> f32 {
  let tail = exp(-abs(z));
  return select(1.0, tail, z >= 0.0) / (1.0 + tail);
}`;

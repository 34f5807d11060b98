/** Training on WebGPU: many whole steps are sent off together, and results are read only where they are asked for. */

import { completeAdam, corrections } from '../adam.js';
import {
  BackendError,
  multiplyAdds,
  type Kernel,
  type Learned,
  type Setting,
  type Task
} from '../kernel.js';
import { requireGpu, type Gpu } from './device.js';
import { linearShader, MOST_FEATURES } from './linear.wgsl.js';
import { mlpShader } from './mlp.wgsl.js';
import { MOST_STEPS, type Shader } from './shader.js';
import { tabularDpoShader } from './tabular-dpo.wgsl.js';

/** Work that one submission holds, at most. */
const MOST_MULTIPLY_ADDS = 2 ** 27;
/** `Run`: four numbers, and four for each step's corrections. Uniforms lie at multiples of 256 bytes. */
const RUN_SIZE = 16 * (1 + MOST_STEPS);
const RUN_BYTES = Math.ceil(RUN_SIZE / 256) * 256;

/** @throws {BackendError} where there is no WebGPU, or the adapter cannot hold the task */
export async function createWebGpuKernel(setting: Setting, start: Learned): Promise<Kernel> {
  const gpu = await requireGpu();
  const shader = shaderOf(setting, gpu);
  const buffers = new Buffers(gpu.device, shader, setting, start);
  const pipelines = await buffers.checked(() => pipelinesOf(gpu.device, shader, buffers.layout));
  const work = multiplyAdds(setting.task, setting.batchSize);
  const most = Math.max(1, Math.min(MOST_STEPS, Math.floor(MOST_MULTIPLY_ADDS / work)));
  const send = (from: number, count: number): void => {
    buffers.write(from, count);
    const encoder = gpu.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setBindGroup(0, buffers.group);
    for (let step = 0; step < (shader.stepsInOneDispatch ? 1 : count); step++) {
      pass.setBindGroup(1, buffers.runGroup, [step * RUN_BYTES]);
      for (const [index, { workgroups }] of shader.passes.entries()) {
        pass.setPipeline(pipelines[index]!);
        pass.dispatchWorkgroups(workgroups);
      }
    }
    pass.end();
    gpu.device.queue.submit([encoder.finish()]);
  };
  return {
    backend: 'webgpu',
    advance: (from, to) =>
      buffers.unlessLost(async () => {
        for (let done = from; done < to; done += most) send(done, Math.min(most, to - done));
        await gpu.device.queue.onSubmittedWorkDone();
      }),
    read: () => buffers.unlessLost(() => buffers.read()),
    dispose: () => buffers.destroy()
  };

  function shaderOf(whole: Setting, { device: { limits } }: Gpu): Shader {
    const made = shaderOfTask(whole, whole.task);
    const most = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
    const largest = Math.max(...made.buffers.map(({ byteLength }) => byteLength), 4 * made.size);
    if (largest > most) {
      throw new BackendError(
        `This GPU holds arrays of ${most} bytes, and ${largest} are wanted; choose the backend "wasm".`
      );
    }
    return made;
  }

  function shaderOfTask(whole: Setting, task: Task): Shader {
    if (task.kind === 'tabular-dpo') return tabularDpoShader(whole, task);
    if (task.hidden > 0) return mlpShader(whole, task);
    const { features } = task.pairs;
    if (features > MOST_FEATURES) {
      throw new BackendError(
        `On WebGPU a linear reward has at most ${MOST_FEATURES} features, not ${features}; choose the backend "wasm".`
      );
    }
    return linearShader(whole, task);
  }

  function pipelinesOf(
    device: GPUDevice,
    { passes }: Shader,
    layout: GPUPipelineLayout
  ): Promise<GPUComputePipeline[]> {
    return Promise.all(
      passes.map(({ code }) =>
        device.createComputePipelineAsync({
          layout,
          compute: { module: device.createShaderModule({ code }), entryPoint: 'main' }
        })
      )
    );
  }
}

/** What lies on the device. */
class Buffers {
  readonly layout: GPUPipelineLayout;
  readonly group: GPUBindGroup;
  readonly runGroup: GPUBindGroup;
  readonly #learned: GPUBuffer[];
  readonly #batch: GPUBuffer;
  readonly #runs: GPUBuffer;
  readonly #staging: GPUBuffer;
  readonly #all: GPUBuffer[] = [];
  readonly #bytes: number;
  readonly #indices: Uint32Array<ArrayBuffer>;
  #lost: string | undefined;

  constructor(
    private readonly device: GPUDevice,
    private readonly shader: Shader,
    private readonly setting: Setting,
    { parameters, moments }: Learned
  ) {
    const { STORAGE, COPY_SRC, COPY_DST, UNIFORM, MAP_READ } = GPUBufferUsage;
    void device.lost.then(({ message, reason }) => (this.#lost = message || reason));
    this.#bytes = 4 * shader.size;
    this.#indices = new Uint32Array(MOST_STEPS * setting.batchSize);
    this.#learned = [parameters, moments.first, moments.second].map((values) =>
      this.#upload(values, STORAGE | COPY_SRC | COPY_DST)
    );
    this.#batch = this.#upload(this.#indices, STORAGE | COPY_DST);
    this.#runs = this.#allocate(MOST_STEPS * RUN_BYTES, UNIFORM | COPY_DST);
    this.#staging = this.#allocate(3 * this.#bytes, MAP_READ | COPY_DST);
    const storage = [
      ...this.#learned,
      this.#batch,
      ...shader.buffers.map((values) => this.#upload(values, STORAGE))
    ];
    const visibility = GPUShaderStage.COMPUTE;
    const layout = device.createBindGroupLayout({
      entries: storage.map((_, binding) => ({
        binding,
        visibility,
        buffer: { type: isWritten(shader, binding) ? 'storage' : 'read-only-storage' }
      }))
    });
    const runLayout = device.createBindGroupLayout({
      entries: [
        {
          binding: 0,
          visibility,
          buffer: { type: 'uniform', hasDynamicOffset: true, minBindingSize: RUN_SIZE }
        }
      ]
    });
    this.group = device.createBindGroup({
      layout,
      entries: storage.map((buffer, binding) => ({ binding, resource: { buffer } }))
    });
    this.runGroup = device.createBindGroup({
      layout: runLayout,
      entries: [{ binding: 0, resource: { buffer: this.#runs, size: RUN_SIZE } }]
    });
    this.layout = device.createPipelineLayout({ bindGroupLayouts: [layout, runLayout] });
  }

  /** The examples of `count` steps, and what each dispatch is to do. */
  write(from: number, count: number): void {
    const { batchSize, batchAt } = this.setting;
    for (let step = 0; step < count; step++)
      this.#indices.set(batchAt(from + step), step * batchSize);
    const { queue } = this.device;
    queue.writeBuffer(this.#batch, 0, this.#indices, 0, count * batchSize);
    const adam = completeAdam(this.setting.adam);
    const dispatches = this.shader.stepsInOneDispatch ? 1 : count;
    const runs = new ArrayBuffer(dispatches * RUN_BYTES);
    const each = count / dispatches;
    for (let dispatch = 0; dispatch < dispatches; dispatch++) {
      const at = dispatch * RUN_BYTES;
      new Uint32Array(runs, at, 2).set([each, dispatch * batchSize]);
      const corrected = new Float32Array(runs, at + 16, 4 * each);
      for (let step = 0; step < each; step++) {
        const done = from + dispatch + step;
        corrected.set(corrections(adam, done + 1), 4 * step);
      }
    }
    queue.writeBuffer(this.#runs, 0, runs);
  }

  async read(): Promise<Learned> {
    const encoder = this.device.createCommandEncoder();
    for (const [index, buffer] of this.#learned.entries()) {
      encoder.copyBufferToBuffer(buffer, 0, this.#staging, index * this.#bytes, this.#bytes);
    }
    this.device.queue.submit([encoder.finish()]);
    await this.#staging.mapAsync(GPUMapMode.READ);
    const values = new Float32Array(this.#staging.getMappedRange().slice(0));
    this.#staging.unmap();
    const [parameters, first, second] = [0, 1, 2].map((index) =>
      values.slice(index * this.shader.size, (index + 1) * this.shader.size)
    ) as [Float32Array, Float32Array, Float32Array];
    return { parameters, moments: { first, second } };
  }

  /** @throws {BackendError} where the device refuses what `make` asks for */
  async checked<T>(make: () => Promise<T>): Promise<T> {
    this.device.pushErrorScope('validation');
    this.device.pushErrorScope('out-of-memory');
    const made = make();
    const [memory, invalid] = await Promise.all([
      this.device.popErrorScope(),
      this.device.popErrorScope()
    ]);
    const reason = memory?.message ?? invalid?.message;
    return made.catch((error: unknown) => {
      throw new BackendError(
        `The GPU refuses the training step: ${reason ?? (error as Error).message}`
      );
    });
  }

  /** @throws {BackendError} where the device is lost before `use` is done: what it computed is not to be trusted */
  async unlessLost<T>(use: () => Promise<T>): Promise<T> {
    try {
      if (this.#lost === undefined) {
        const result = await use();
        // A lost device answers as if all were well; that it is lost is told in a task of its own.
        await Promise.race([this.device.lost, Promise.resolve()]);
        if (this.#lost === undefined) return result;
      }
    } catch (error) {
      await Promise.race([this.device.lost, new Promise((resolve) => setTimeout(resolve, 100))]);
      if (this.#lost === undefined) throw error;
    }
    throw new BackendError(
      `The GPU was lost (${this.#lost}); the steps since the last report are gone.`
    );
  }

  destroy(): void {
    for (const buffer of this.#all) buffer.destroy();
  }

  #upload(values: Float32Array | Uint32Array, usage: number): GPUBuffer {
    const buffer = this.#allocate(values.byteLength, usage, true);
    const Type = values.constructor as Float32ArrayConstructor;
    new Type(buffer.getMappedRange()).set(values);
    buffer.unmap();
    return buffer;
  }

  #allocate(bytes: number, usage: number, mappedAtCreation = false): GPUBuffer {
    const size = Math.max(16, Math.ceil(bytes / 4) * 4);
    const buffer = this.device.createBuffer({ size, usage, mappedAtCreation });
    this.#all.push(buffer);
    return buffer;
  }
}

/** The learned, and scratch memory, which is always last. */
function isWritten({ buffers }: Shader, binding: number): boolean {
  return binding < 3 || binding === 3 + buffers.length;
}

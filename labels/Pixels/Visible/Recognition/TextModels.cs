using Microsoft.ML.OnnxRuntime;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>
/// The loaded models, once for each process. They see pixels only; one run uses one thread, and no more runs go on than there are
/// processors.
/// </summary>
internal sealed class TextModels
{
    private static readonly Lock Loading = new();
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);
    private static TextModels? _loaded;

    private readonly InferenceSession _detector;
    private readonly InferenceSession _recognizer;

    private TextModels(ModelFiles files)
    {
        using var options = Options();
        (_detector, _recognizer) = (new(files.Detector, options), new(files.Recognizer, options));
        Characters = ["", .. File.ReadLines(files.Characters), " "];
    }

    /// <summary>Gets the models, and loads them the first time.</summary>
    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public static TextModels Shared
    {
        get
        {
            lock (Loading)
            {
                return _loaded ??= new(ModelFiles.Found);
            }
        }
    }

    /// <summary>The text of each class of the recognizer; the first is the gap between characters.</summary>
    public IReadOnlyList<string> Characters { get; }

    /// <param name="picture">Three planes, normalized: blue, green, red.</param>
    /// <returns>For each sample the probability of text.</returns>
    public Task<float[]> DetectAsync(float[] picture, int width, int height, CancellationToken cancellation) =>
        RunAsync(_detector, picture, width, height, static (output, _) => output.ToArray(), cancellation);

    /// <param name="line">Three planes, normalized: blue, green, red.</param>
    /// <param name="decode">Gets the probabilities of all classes, step by step, and the number of classes.</param>
    public Task<T> RecognizeAsync<T>(float[] line, int width, int height, Decode<T> decode, CancellationToken cancellation) =>
        RunAsync(_recognizer, line, width, height, decode, cancellation);

    public delegate T Decode<T>(ReadOnlySpan<float> output, int classes);

    private static async Task<T> RunAsync<T>(
        InferenceSession session, float[] input, int width, int height, Decode<T> decode, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Run(session, input, width, height, decode, cancellation), cancellation);
        }
        finally
        {
            Places.Release();
        }
    }

    private static T Run<T>(
        InferenceSession session, float[] input, int width, int height, Decode<T> decode, CancellationToken cancellation)
    {
        using var run = new RunOptions();
        using var stop = cancellation.Register(() => run.Terminate = true);
        using var tensor = OrtValue.CreateTensorValueFromMemory(input, [1, 3, height, width]);
        try
        {
            using var outputs = session.Run(run, session.InputNames, [tensor], session.OutputNames);
            var classes = (int)outputs[0].GetTensorTypeAndShape().Shape[^1];
            return decode(outputs[0].GetTensorDataAsSpan<float>(), classes);
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private static SessionOptions Options()
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            // Pictures and lines have many sizes; a pattern for each would only take memory.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}

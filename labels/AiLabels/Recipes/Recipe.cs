namespace AiLabels.Recipes;

/// <summary>The settings with which a local tool made the video.</summary>
/// <param name="Tool">The kind of recipe or the tool that writes it, such as <c>ComfyUI</c>.</param>
/// <param name="Model">The model it names, or null.</param>
internal sealed record Recipe(string Tool, string? Model);

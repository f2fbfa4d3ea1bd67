namespace AiLabels.Recipes;

/// <summary>A member that only one tool writes into its settings.</summary>
/// <param name="Member">Path from the root, such as <c>profile.model</c>.</param>
/// <param name="StartsWith">Beginning of its text, or null if its presence is enough.</param>
internal sealed record SettingsMark(string Tool, string Member, string? StartsWith);

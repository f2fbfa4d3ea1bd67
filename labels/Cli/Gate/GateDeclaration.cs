namespace AiLabels.Cli.Gate;

/// <summary>What is declared about videos.</summary>
/// <param name="Declaration">Null if nothing is.</param>
/// <param name="Jurisdictions">Empty for the audience that the gate is configured for.</param>
internal sealed record GateDeclaration(string? Declaration, IReadOnlyList<string> Jurisdictions);

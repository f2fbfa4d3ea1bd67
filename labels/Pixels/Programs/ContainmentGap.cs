namespace AiLabels.Pixels.Programs;

/// <summary>A part of the containment that this machine does not allow.</summary>
/// <param name="Name">Such as <c>namespaces</c>.</param>
/// <param name="Detail">What a decoder can do that it could not do otherwise.</param>
/// <param name="Remedy">What to install or allow.</param>
public sealed record ContainmentGap(string Name, string Detail, string Remedy);

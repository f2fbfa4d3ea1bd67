using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <param name="Ink">Samples that belong to it.</param>
internal readonly record struct Component(Box Box, int Ink);

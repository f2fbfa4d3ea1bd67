using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <param name="Ink">Number of its samples.</param>
internal readonly record struct Component(Box Box, int Ink);

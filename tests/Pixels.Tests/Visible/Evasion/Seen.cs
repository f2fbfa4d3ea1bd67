using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Evasion;

internal static class Seen
{
    public static void Present(ExplicitLabels labels) => Assert.Contains(labels.Labels, IsCompliant);

    public static void NotPresent(ExplicitLabels labels) => Assert.DoesNotContain(labels.Labels, IsCompliant);

    public static void NoLabel(ExplicitLabels labels) => Assert.DoesNotContain(
        labels.Labels, static label => label.Kind is VisibleLabelKind.Label or VisibleLabelKind.EnglishLabel);

    private static bool IsCompliant(VisibleLabel label) => label.Conformance.Passed;
}

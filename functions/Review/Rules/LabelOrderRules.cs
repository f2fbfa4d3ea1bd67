using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Rules;

/// <summary>Rules of label orders in decisions.</summary>
internal static class LabelOrderRules
{
    public static void Check(ReviewVerdict? verdict, LabelOrder? label, FieldErrors errors)
    {
        switch (verdict, label)
        {
            case (ReviewVerdict.ApproveWithLabel, null):
                errors.Add("label", "Required with approveWithLabel: the labels that the copy gets.");
                break;
            case (ReviewVerdict.ApproveWithLabel, { Explicit: ExplicitChoice.None, Text: not null }):
                errors.Add("label/text", "Only allowed with a label over the picture.");
                break;
            case (ReviewVerdict.ApproveWithLabel, { Explicit: not ExplicitChoice.None, Text: var text }) when text is null
                || !LabelTexts.All.Contains(text):
                errors.Add("label/text", $"One of {string.Join(", ", LabelTexts.All)}.");
                break;
            case (not ReviewVerdict.ApproveWithLabel, not null):
                errors.Add("label", "Only with approveWithLabel.");
                break;
        }
    }
}

using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Article 6 of the Measures: the file's origin, raised by the uploader's declaration and by visible or audible labels.</summary>
public static class EffectiveOrigin
{
    /// <remarks>
    /// Article 6(2) asks whether an implicit label was verified, not whether the file was readable: a declared video whose inspection was
    /// inconclusive is possibly AI, too. A declaration that no AI was used lowers nothing.
    /// </remarks>
    public static AiOrigin Of(
        AiOrigin file, Declaration declaration, ExplicitLabelCompliance seen, AudioLabel heard = AudioLabel.NotChecked)
    {
        var declared = declaration is Declaration.Edited or Declaration.Generated ? AiOrigin.Possible : AiOrigin.NotFound;
        var traced = seen switch
        {
            ExplicitLabelCompliance.NotChecked or ExplicitLabelCompliance.Missing => AiOrigin.NotFound,
            ExplicitLabelCompliance.Undecodable => AiOrigin.Inconclusive,
            _ => AiOrigin.Suspected,
        };
        var sounding = heard is AudioLabel.Present ? AiOrigin.Suspected : AiOrigin.NotFound;
        return new[] { file, declared, traced, sounding }.Max();
    }
}

using AiLabels;
using Serverless.Cases;

namespace Serverless.Policies;

/// <summary>Article 6 of the Measures: what the file says, raised by what the uploader declares and by what is seen in the picture.</summary>
public static class EffectiveOrigin
{
    /// <remarks>
    /// Article 6(2) asks whether an implicit label was verified, not whether the file was readable: a declared video whose inspection was
    /// inconclusive is possibly AI too. A declaration of "none" lowers nothing.
    /// </remarks>
    public static AiOrigin Of(AiOrigin file, Declaration declaration, ExplicitLabel seen)
    {
        var declared = declaration is Declaration.None ? AiOrigin.NotFound : AiOrigin.Possible;
        var traced = seen switch
        {
            ExplicitLabel.NotChecked or ExplicitLabel.Missing => AiOrigin.NotFound,
            ExplicitLabel.Undecodable => AiOrigin.Inconclusive,
            _ => AiOrigin.Suspected,
        };
        return (AiOrigin)Math.Max((int)file, Math.Max((int)declared, (int)traced));
    }
}

using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Terminal;

/// <summary>Meanings of colours.</summary>
internal static class Styles
{
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Muted { get; } = new(Color.Grey);

    public static Style Good { get; } = new(Color.Green);

    public static Style Doubtful { get; } = new(Color.Yellow);

    public static Style Bad { get; } = new(Color.Red);

    public static Style Ai { get; } = new(Color.Magenta1, decoration: Decoration.Bold);

    public static Style Of(AiOrigin origin) => origin switch
    {
        AiOrigin.Confirmed => Ai,
        AiOrigin.Possible or AiOrigin.Suspected => Doubtful,
        AiOrigin.Inconclusive => Bad,
        _ => Style.Plain,
    };

    public static Style Of(CredentialIntegrity integrity) => integrity switch
    {
        CredentialIntegrity.Intact => Good,
        CredentialIntegrity.Unverified => Doubtful,
        _ => Bad,
    };

    public static Style Of(SignerTrust signer) => signer switch
    {
        SignerTrust.Trusted => Good,
        SignerTrust.Revoked or SignerTrust.Invalid => Bad,
        _ => Doubtful,
    };
}

using AiLabels.Cli.Terminal;
using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Inspect;

/// <summary>Writes reports as text, with a summary at the end.</summary>
/// <param name="hasAnchors">Whether signers could be verified.</param>
internal sealed class TextOutput(IAnsiConsole console, bool hasAnchors) : IReportOutput
{
    private readonly SortedDictionary<AiOrigin, int> _origins = [];
    private int _failures;
    private bool _hasUnverifiedSigner;

    public void Write(InspectedFile file)
    {
        if (file is not { Report: { } report, Failure: null })
        {
            _failures++;
            return;
        }

        _origins[report.Origin] = _origins.GetValueOrDefault(report.Origin) + 1;
        _hasUnverifiedSigner |= report.Credentials.Signer == SignerTrust.Unverified;
        console.Write(ReportView.Of(file, report));
    }

    public void End()
    {
        if (_hasUnverifiedSigner && !hasAnchors)
        {
            console.WriteLine(
                "Signers are unverified because there is no trust list: pass the C2PA Trust List with --trust-anchors PEM and the C2PA TSA Trust List with --tsa-anchors PEM.",
                Styles.Muted);
        }

        var count = _origins.Values.Sum() + _failures;
        if (count > 1)
        {
            var parts = _origins.Reverse().Select(static pair => $"{pair.Value} {CamelCase.Name(pair.Key)}");
            console.WriteLine(
                $"{count} files: {string.Join(", ", _failures > 0 ? [.. parts, $"{_failures} not read"] : parts)}", Styles.Heading);
        }
    }
}

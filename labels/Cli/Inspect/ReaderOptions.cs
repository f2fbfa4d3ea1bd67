using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Security.Cryptography;
using AiLabels.Cli.Files;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>Options for reading a file.</summary>
internal sealed class ReaderOptions
{
    private const int MaxSeconds = 24 * 60 * 60;

    private readonly Option<TrustAnchors> _signers = AnchorOption(
        "--trust-anchors", "Certificates that signers must chain to, such as the C2PA Trust List. Without it signers stay unverified.");

    private readonly Option<TrustAnchors> _timeStampers = AnchorOption(
        "--tsa-anchors", "Certificates that time-stamps must chain to, such as the C2PA TSA Trust List.");

    private readonly Option<ConformingProducts> _products = new("--conforming-products")
    {
        Description = "The C2PA Conforming Products List, which identifies the product of a trusted signer.",
        HelpName = "JSON",
        CustomParser = ReadProducts,
    };

    private readonly Option<bool> _noHash = new("--no-hash")
    {
        Description = "Do not read whole files to check the hash of content credentials; their integrity then stays unverified.",
    };

    private readonly Option<int?> _maxTime = new("--max-time")
    {
        Description =
            "Timeout in seconds for the metadata of one file (default 30), for stepping over its media (default 300) and for its hash (default 600). A timeout leaves the file inconclusive, or its integrity unverified.",
        HelpName = "SECONDS",
    };

    public ReaderOptions() => _maxTime.Validators.Add(UpTo(MaxSeconds));

    public IEnumerable<Option> All => [_signers, _timeStampers, _products, _noHash, _maxTime];

    public LabelReaderOptions Of(ParseResult result)
    {
        var options = new LabelReaderOptions
        {
            SignerAnchors = result.GetValue(_signers) ?? TrustAnchors.None,
            TimeStampAnchors = result.GetValue(_timeStampers) ?? TrustAnchors.None,
            Products = result.GetValue(_products) ?? ConformingProducts.None,
            CheckContentHash = !result.GetValue(_noHash),
        };
        return result.GetValue(_maxTime) is { } seconds && TimeSpan.FromSeconds(seconds) is var most
            ? options with { Timeout = most, MediaTimeout = most, HashTimeout = most }
            : options;
    }

    /// <summary>Rejects values other than whole numbers from 1 to <paramref name="max"/>.</summary>
    public static Action<OptionResult> UpTo(int max) => result =>
    {
        if (result.Tokens is [var token]
            && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= max))
        {
            result.AddError($"{result.Option.Name} takes a whole number from 1 to {max}.");
        }
    };

    private static Option<TrustAnchors> AnchorOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PEM",
        CustomParser = ReadAnchors,
    };

    private static TrustAnchors? ReadAnchors(ArgumentResult result)
    {
        var path = result.Tokens[^1].Value;
        try
        {
            return TrustAnchors.FromPem(File.ReadAllText(path));
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            result.AddError($"{path}: {FileFailure.Of(e)}");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            result.AddError(
                $"{path}: it contains no readable certificate between BEGIN CERTIFICATE and END CERTIFICATE");
        }

        return null;
    }

    private static ConformingProducts? ReadProducts(ArgumentResult result)
    {
        var path = result.Tokens[^1].Value;
        try
        {
            return ConformingProducts.FromJson(File.ReadAllText(path));
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            result.AddError($"{path}: {FileFailure.Of(e)}");
        }
        catch (ArgumentException)
        {
            result.AddError($"{path}: it is not the C2PA Conforming Products List, conforming-products-list.json");
        }

        return null;
    }
}

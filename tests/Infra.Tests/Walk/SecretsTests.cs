using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>No file of the repository has a secret.</summary>
public sealed partial class SecretsTests
{
    // Azurite's well-known key: https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key
    private const string KeyOfAzurite = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const long LongestText = 2 << 20;

    private static readonly string[] NotOurs = [".git", ".local", "bin", "obj", "node_modules"];

    [Fact]
    public void Repository_HoldsNoSecret()
    {
        // Act
        var found = from path in Files(Repository.Root)
                    from secret in Secrets(File.ReadAllText(path))
                    select $"{Path.GetRelativePath(Repository.Root, path)}: {secret[..12]}...";

        // Assert
        Assert.Empty(found);
    }

    public static TheoryData<string> Leaks =>
    [
        $"AccountName=a;AccountKey={Convert.ToBase64String(new byte[64])};",
        $"-----BEGIN {"PRIVATE"} KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg",
        $"eyJ{new string('a', 30)}.eyJ{new string('b', 30)}.{new string('c', 40)}",
        $"https://account.blob.core.windows.net/uploads?sv=2025-01-05&sig={new string('d', 43)}%3D",
        $"ghp_{new string('e', 36)}",
        $"AKIA{new string('F', 16)}",
    ];

    [Theory]
    [MemberData(nameof(Leaks))]
    public void Scan_Secret_IsFound(string text) => Assert.NotEmpty(Secrets($"before \"{text}\" after"));

    [Theory]
    [InlineData(KeyOfAzurite)]
    [InlineData("AccountKey={Key};")]
    [InlineData("\"integrity\": \"sha512-Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGNGw==\"")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIC3DCCAmOgAwIBAgIUQfqlIUd2IVjaf5ss")]
    [InlineData("whsec_(base64 of 24 to 64 random bytes)")]
    public void Scan_WhatOnlyLooksLikeOne_IsNot(string text) => Assert.Empty(Secrets(text));

    private static IEnumerable<string> Secrets(string text) =>
        Secret().Matches(text).Select(match => match.Value).Where(found => !found.Contains(KeyOfAzurite, StringComparison.Ordinal));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Where(path => new FileInfo(path) is { LinkTarget: null, Length: < LongestText })
        .Concat(Directory.EnumerateDirectories(folder).Where(path => !NotOurs.Contains(Path.GetFileName(path))).SelectMany(Files));

    [GeneratedRegex("""
        (?<![A-Za-z0-9+/]|sha512-)[A-Za-z0-9+/]{86}==               # key of a storage account, 64 bytes; not a hash of a lock file
        | -----BEGIN\ [A-Z ]*PRIVATE\ KEY-----\s+[A-Za-z0-9+/]{20}
        | eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}                  # JSON web token
        | [?&]sig=[A-Za-z0-9%+/]{40,}                               # shared access signature
        | \b(?:gh[pousr]_|github_pat_|npm_)\w{30,} | \bAKIA[0-9A-Z]{16}\b | \bxox[abp]-[\w-]{20,}
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Secret();
}

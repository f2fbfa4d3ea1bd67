using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Checker;

/// <summary>Every file in <c>tests/infra/broken</c> has one error; its first line is the expected message of the checker.</summary>
public sealed class BrokenFilesTests(BrokenFilesTests.CheckedFolder folder) : IClassFixture<BrokenFilesTests.CheckedFolder>
{
    private const string Folder = "tests/infra/broken";
    private const string Mark = "// expect: ";

    public static TheoryData<string> Broken { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, Folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [BicepTheory]
    [MemberData(nameof(Broken))]
    public void Check_BrokenFile_NamesTheFault(string file)
    {
        // Arrange
        var expected = File.ReadLines(Path.Combine(Repository.Root, Folder, file)).First()[Mark.Length..];

        // Act
        var faults = folder.Lines.Where(line => line.StartsWith($"{Folder}/{file}:", StringComparison.Ordinal));

        // Assert
        Assert.Contains(expected, Assert.Single(faults), StringComparison.Ordinal);
    }

    [BicepFact]
    public void Check_BrokenFiles_FailsAndAccusesNoOther()
    {
        // Assert
        Assert.Equal(1, folder.ExitCode);
        Assert.EndsWith($", {Broken.Count} faults", folder.Lines[^1], StringComparison.Ordinal);
    }

    /// <summary>All of them in one run.</summary>
    public sealed class CheckedFolder : IAsyncLifetime
    {
        public int ExitCode { get; private set; }

        public IReadOnlyList<string> Lines { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            if (BicepTools.Missing is null)
            {
                var (exitCode, output) = await BicepTools.RunAsync("check.mjs", Folder);
                (ExitCode, Lines) = (exitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

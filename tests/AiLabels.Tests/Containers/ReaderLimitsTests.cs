using System.Reflection;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Containers;

/// <summary>
/// Every limit of every reader: going beyond one that leaves bytes unread in which a label could stand is a problem of the family
/// <c>limit.</c> or <c>container.</c>, and never silence.
/// </summary>
public sealed class ReaderLimitsTests
{
    private const BindingFlags Declared =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Said => [.. ReaderLimits.Said.Keys];

    [Theory]
    [MemberData(nameof(Said))]
    public async Task ReadAsync_BeyondALimit_SaysSo(string limit)
    {
        // Arrange
        var (code, build, options) = ReaderLimits.Said[limit];

        // Act
        var report = await Inspect.Source(new MemoryByteSource(build()), options);

        // Assert
        Assert.Contains(report.Problems, problem => problem.Code == code);
        Assert.NotEqual(AiOrigin.NotFound, report.Origin);
    }

    [Fact]
    public void Limits_InTheCodeAndInTheTable_AreTheSame() =>
        Assert.Equal(
            InCode().Order(StringComparer.Ordinal),
            ReaderLimits.Said.Keys.Concat(ReaderLimits.Harmless.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public void Limits_ThatSayNothing_HaveAReason() =>
        Assert.All(ReaderLimits.Harmless, static limit => Assert.True(limit.Value.Length > 20, limit.Key));

    /// <summary>Constants of readers whose names begin with Max, and the options.</summary>
    private static IEnumerable<string> InCode() =>
    [
        .. typeof(LabelReaderOptions).GetProperties().Where(static p => p.PropertyType.IsValueType && p.PropertyType != typeof(bool))
            .Select(static p => p.Name),
        .. typeof(LabelReader).Assembly.GetTypes()
            .Where(static type => type.Namespace?.Contains("Writing", StringComparison.Ordinal) == false && type.Name is not "LabelToWrite")
            .SelectMany(static type => type.GetFields(Declared)
                .Where(static field => field.IsLiteral && field.FieldType.IsPrimitive
                    && field.Name.StartsWith("Max", StringComparison.Ordinal))
                .Select(field => $"{type.Name}.{field.Name}")),
    ];
}

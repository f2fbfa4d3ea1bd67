namespace AiLabels.Testing;

/// <summary>Implicit labels of GB 45438-2025 annex E.</summary>
internal static class Aigc
{
    /// <summary>Kling's producer code from real files; the check character of its credit code is valid.</summary>
    public const string KlingProducer = "001191110108335469089C10100";

    public static readonly string Generated = Label("1");

    public static string Label(string label, string producer = "001191110108MACC4D63XF00000") =>
        $$"""{"Label":"{{label}}","ContentProducer":"{{producer}}","ProduceID":"id-1","ReservedCode1":"","ContentPropagator":"{{producer}}","PropagateID":"id-1","ReservedCode2":""}""";
}

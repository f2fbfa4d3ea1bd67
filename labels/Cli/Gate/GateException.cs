namespace AiLabels.Cli.Gate;

/// <summary>The gate refused a request, or does not answer.</summary>
internal sealed class GateException(string message, bool isFinal = false, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Gets whether further requests would be refused for the same reason.</summary>
    public bool IsFinal => isFinal;
}

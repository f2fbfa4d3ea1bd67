using System.Text;

namespace AiLabels.Cli.Tests.Gate;

/// <summary>A request that the stand-in received.</summary>
/// <param name="Origin">Address of the stand-in.</param>
internal sealed record Received(string Method, string Path, byte[] Body, string? Authorization, string? BlobType, string Origin)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

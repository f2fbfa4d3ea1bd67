using Local.Durable.History;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Replay;

/// <summary>What every orchestration of an engine shares.</summary>
/// <param name="Payloads">Serializes inputs, outputs and events.</param>
/// <param name="Loggers">The application's loggers.</param>
/// <param name="DefaultVersion">The version of sub-orchestrations that are called without one.</param>
internal sealed record RunSettings(Payloads Payloads, ILoggerFactory Loggers, string DefaultVersion);

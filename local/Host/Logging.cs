namespace VideoGate.Local.Host;

/// <summary>Console logs with the levels of <c>host.json</c>, section <c>logging</c>.</summary>
internal static class Logging
{
    private static readonly string[] Plumbing = ["Grpc", "Microsoft.AspNetCore", "Microsoft.Hosting", "Yarp"];

    public static ILoggerFactory Create(IConfiguration? section) => LoggerFactory.Create(logging =>
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });
        foreach (var plumbing in Plumbing)
        {
            logging.AddFilter(plumbing, LogLevel.Warning);
        }

        if (section is not null)
        {
            logging.AddConfiguration(section);
        }
    });
}

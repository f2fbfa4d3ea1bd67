using VideoGate.Local.Host;
using VideoGate.Local.Host.Settings;

var (options, error) = CommandLine.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync($"{error}\n\n{CommandLine.Usage}");
    return 2;
}

try
{
    LocalSettingsFile.Apply(options.SettingsFile);
    await using var host = await FunctionsHost.StartAsync(options);
    return await host.RunAsync();
}
catch (HostException exception)
{
    await Console.Error.WriteLineAsync($"Error: {exception.Message}");
    return 1;
}

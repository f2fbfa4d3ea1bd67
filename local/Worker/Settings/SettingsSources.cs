using Microsoft.Extensions.Configuration;

namespace Local.Worker.Settings;

/// <summary>Where the app's settings come from; a later source wins.</summary>
internal static class SettingsSources
{
    private static readonly Dictionary<string, string> Switches = new() { ["--port"] = "Host:LocalHttpPort", ["-p"] = "Host:LocalHttpPort" };

    /// <summary><c>local.settings.json</c>, the environment, the command line.</summary>
    public static void AddLocalSettings(this IConfigurationBuilder configuration, string workingDirectory, string binaryDirectory, string[] args)
    {
        if (LocalSettingsFile.Find(workingDirectory, binaryDirectory) is { } file)
        {
            configuration.AddInMemoryCollection(LocalSettingsFile.Read(file));
        }

        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args, Switches);
    }
}

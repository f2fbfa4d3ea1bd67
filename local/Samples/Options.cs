using System.Globalization;

namespace VideoGate.Local.Samples;

/// <param name="App">Address of the app.</param>
/// <param name="Services">Address of the services that replace Azure's on this machine; hands out development tokens.</param>
/// <param name="Process">Process id of the app's host, which leads the session of all the app's processes.</param>
/// <param name="Elapsed">How long the caller has been at work: printed times go on from there.</param>
/// <param name="Folder">Where the sample videos are made.</param>
/// <param name="Paths">Videos and folders of videos; none means the sample videos.</param>
internal sealed record Options(Uri App, Uri Services, int Process, TimeSpan Elapsed, string Folder, IReadOnlyList<string> Paths)
{
    public const string Usage = "Usage: Samples --app URL --services URL --process PID --elapsed SECONDS --folder FOLDER -- [PATH...]";

    /// <returns>Null if the arguments are none that <see cref="Usage"/> describes.</returns>
    public static Options? Parse(string[] args) =>
        args is ["--app", var app, "--services", var services, "--process", var process, "--elapsed", var elapsed, "--folder", var folder, "--", .. var paths]
        && Uri.TryCreate(app, UriKind.Absolute, out var appAddress)
        && Uri.TryCreate(services, UriKind.Absolute, out var servicesAddress)
        && int.TryParse(process, CultureInfo.InvariantCulture, out var processId)
        && double.TryParse(elapsed, CultureInfo.InvariantCulture, out var seconds)
            ? new(appAddress, servicesAddress, processId, TimeSpan.FromSeconds(seconds), folder, paths)
            : null;
}

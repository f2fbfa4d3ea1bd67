using System.Text.Json;
using AiLabels.Cli.Files;
using AiLabels.Cli.Terminal;
using Spectre.Console;

namespace AiLabels.Cli.Gate;

/// <summary>Uploads the videos of a folder to a gate, one after the other, at a bounded rate.</summary>
/// <param name="rate">Files in a minute, at most.</param>
internal sealed class FolderImport(GateClient client, Consoles consoles, GateDeclaration declared, int rate, ImportState state)
{
    private readonly BlobUpload _upload = new(client);

    /// <summary>Pauses between two files; a test does not wait.</summary>
    internal Func<TimeSpan, CancellationToken, Task> Pause { get; init; } = Task.Delay;

    public async Task<int> RunAsync(string folder, CancellationToken cancellation)
    {
        if (declared.Declaration is null or "notAsked")
        {
            consoles.Fail(folder, "say with --declaration what its videos are: notAi, realCapture, edited or generated");
            return ExitCode.WrongUsage;
        }

        var (uploaded, before, failed) = (0, 0, 0);
        foreach (var file in VideoFolder.Files(folder, static _ => { }))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (await TryAsync(file, cancellation))
            {
                case true:
                    uploaded++;
                    await Pause(TimeSpan.FromMinutes(1) / rate, cancellation);
                    break;
                case false:
                    failed++;
                    break;
                default:
                    before++;
                    break;
            }
        }

        Print(uploaded, before, failed);
        return failed == 0 ? ExitCode.Done : ExitCode.SomeFileFailed;
    }

    /// <returns>Whether the file was uploaded; null if it was before.</returns>
    private async Task<bool?> TryAsync(SelectedFile file, CancellationToken cancellation)
    {
        if (file.Failure is { } unreadable)
        {
            consoles.Fail(file.Path, unreadable);
            return false;
        }

        try
        {
            if (state.Find(file.Path) is not null)
            {
                return null;
            }

            var uploadId = await UploadAsync(file.Path, cancellation);
            await state.AddAsync(file.Path, uploadId);
            consoles.Output.WriteLine(Visible.Text($"{file.Path}: uploaded as {uploadId}"));
            return true;
        }
        catch (GateException refused) when (!refused.IsFinal)
        {
            consoles.Fail(file.Path, refused.Message);
            return false;
        }
        catch (Exception exception) when (FileFailure.IsCausedBy(exception))
        {
            consoles.Fail(file.Path, FileFailure.Of(exception));
            return false;
        }
    }

    private async Task<string> UploadAsync(string path, CancellationToken cancellation)
    {
        var grant = await client.PostAsync("api/uploads", GateJson.Write(json =>
        {
            json.WriteString("fileName", Path.GetFileName(path));
            GateJson.WriteDeclaration(json, declared);
        }), cancellation);
        var headers = grant.GetProperty("requiredHeaders").EnumerateObject()
            .ToDictionary(static header => header.Name, static header => header.Value.GetString()!);
        await _upload.RunAsync(path, new Uri(grant.GetProperty("url").GetString()!), headers, cancellation);
        return grant.GetProperty("uploadId").GetString()!;
    }

    private void Print(int uploaded, int before, int failed)
    {
        var table = new Table().AddColumn("files").AddColumn(new TableColumn("number").RightAligned());
        table.AddRow("uploaded", $"{uploaded}").AddRow("uploaded before", $"{before}").AddRow("failed", $"{failed}");
        consoles.Output.Write(table);
    }
}

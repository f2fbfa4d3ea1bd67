using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>A page of a platform, on another origin than the app and its storage.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    // As docs/integrating.md says, with progress.
    private const string Page = """
        <!doctype html><title>Platform</title><script>
          window.send = async (app, token, name, base64) => {
            const file = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
            const headers = { Authorization: `Bearer ${token}` };
            const created = await fetch(`${app}/api/uploads`, {
              method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' },
              body: JSON.stringify({ fileName: name, contentLength: file.length, declaration: 'notAi' }),
            });
            if (!created.ok) {
              throw new Error(await created.text());
            }

            const { url, uploadId, requiredHeaders } = await created.json();
            const progress = [];
            await new Promise((resolve, reject) => {
              const put = new XMLHttpRequest();
              put.open('PUT', url);
              Object.entries(requiredHeaders).forEach(([header, value]) => put.setRequestHeader(header, value));
              put.upload.onprogress = event => progress.push(event.loaded / event.total);
              put.onload = () => (put.status === 201 ? resolve() : reject(new Error(`${put.status}`)));
              put.onerror = () => reject(new Error('network'));
              put.send(new Blob([file], { type: 'video/mp4' }));
            });
            const ended = await (await fetch(`${app}/api/uploads/${uploadId}?wait=60`, { headers })).json();
            return JSON.stringify({ location: created.headers.get('Location'), progress, state: ended.case?.state });
          };
        </script>
        """;

    private readonly WebApplication _site;

    private OtherSite(WebApplication site) => _site = site;

    public string Origin => _site.Urls.Single();

    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/", () => Results.Content(Page, "text/html"));
        site.MapGet("/watch", (string frame) => Results.Content(
            $"""<iframe src="{frame}" sandbox="allow-popups" width="380" height="700" title="Disclosure"></iframe>""", "text/html"));
        await site.StartAsync();
        return new(site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}

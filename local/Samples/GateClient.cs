using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Local.Samples;

/// <summary>What an uploader's program does: asks for an address, uploads there, and asks how it went.</summary>
internal sealed class GateClient(HttpClient http)
{
    // Auditor may list the evidence of a case, which shows how far its video is.
    private const string Token = "/local/identity/token?sub=sample-uploader&role=Uploader&role=Auditor";

    public static async Task<GateClient> SignInAsync(Options options)
    {
        var http = new HttpClient { BaseAddress = options.App };
        var token = await http.GetStringAsync(new Uri(options.Services, Token));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return new GateClient(http);
    }

    public async Task<UploadTicket> AnnounceAsync(Sample sample, CancellationToken cancellationToken)
    {
        var request = new UploadRequest(sample.FileName, sample.Declaration, sample.Title);
        using var response = await http.PostAsJsonAsync(new Uri("/api/uploads", UriKind.Relative), request, JsonSerializerOptions.Web, cancellationToken);
        await EnsureSuccessAsync(response, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<UploadTicket>(JsonSerializerOptions.Web, cancellationToken))!;
    }

    /// <param name="progress">Is told the bytes sent so far.</param>
    public static Task UploadAsync(Sample sample, UploadTicket ticket, IProgress<long> progress, CancellationToken cancellationToken) =>
        new BlobClient(ticket.Url).UploadAsync(sample.Path, new BlobUploadOptions { ProgressHandler = progress }, cancellationToken);

    /// <returns>The id of the case, or null as long as the app has not noticed the upload.</returns>
    public async Task<string?> FindCaseAsync(string uploadId, CancellationToken cancellationToken) =>
        (await GetAsync<UploadView>($"/api/uploads/{uploadId}", cancellationToken)).CaseId;

    public Task<CaseView> GetCaseAsync(string caseId, CancellationToken cancellationToken) => GetAsync<CaseView>($"/api/cases/{caseId}", cancellationToken);

    /// <returns>The names of the files that the app has written about the case so far.</returns>
    public async Task<IReadOnlySet<string>> ListEvidenceAsync(string caseId, CancellationToken cancellationToken)
    {
        var list = await GetAsync<EvidenceView>($"/api/cases/{caseId}/evidence", cancellationToken);
        return list.Files.Select(file => file.Name).ToHashSet();
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        await EnsureSuccessAsync(response, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken))!;
    }

    private static async Task EnsureSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new HttpRequestException($"{response.RequestMessage!.RequestUri}: {(int)response.StatusCode} {body}", inner: null, response.StatusCode);
        }
    }
}

internal sealed record UploadRequest(string FileName, string Declaration, string? Title);

internal sealed record UploadTicket(string UploadId, Uri Url);

internal sealed record UploadView(string? CaseId);

internal sealed record EvidenceView(IReadOnlyList<EvidenceFileView> Files);

internal sealed record EvidenceFileView(string Name);

using System.Net.Http.Headers;
using System.Net.Http.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Local.Samples;

/// <summary>What an uploader's program does: asks for an address, uploads there, and asks how it went.</summary>
internal sealed class GateClient(HttpClient http)
{
    // Auditor may list the evidence of a case, which shows how far its video is.
    private const string Token = "/local/identity/token?sub=sample-uploader&role=Uploader&role=Auditor";

    /// <param name="services">Address of the services that replace Azure's on this machine; hands out development tokens.</param>
    public static async Task<GateClient> SignInAsync(Uri app, Uri services)
    {
        // A slow machine may take its time; whoever sees that nothing moves cancels.
        var http = new HttpClient { BaseAddress = app, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await http.GetStringAsync(new Uri(services, Token)));
        return new GateClient(http);
    }

    /// <param name="progress">Is told the bytes sent so far.</param>
    /// <returns>The id of the upload.</returns>
    public async Task<string> UploadAsync(Sample sample, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using var response =
            await http.PostAsJsonAsync("/api/uploads", new { sample.FileName, sample.Declaration, sample.Title }, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(await response.Content.ReadAsStringAsync(cancellationToken), inner: null, response.StatusCode);
        }

        var ticket = (await response.Content.ReadFromJsonAsync<UploadTicket>(cancellationToken))!;
        await new BlobClient(ticket.Url).UploadAsync(sample.Path, new BlobUploadOptions { ProgressHandler = progress }, cancellationToken);
        return ticket.UploadId;
    }

    /// <returns>The case, or null as long as the app has not noticed the upload.</returns>
    public async Task<CaseView?> FindCaseAsync(string uploadId, CancellationToken cancellationToken)
    {
        if (await http.GetFromJsonAsync<UploadView>($"/api/uploads/{uploadId}", cancellationToken) is not { CaseId: { } caseId })
        {
            return null;
        }

        var found = (await http.GetFromJsonAsync<CaseView>($"/api/cases/{caseId}", cancellationToken))!;
        var evidence = found.Ended ? null : await http.GetFromJsonAsync<EvidenceView>($"/api/cases/{caseId}/evidence", cancellationToken);
        return found with { Evidence = evidence };
    }

    private sealed record UploadTicket(string UploadId, Uri Url);
    private sealed record UploadView(string? CaseId);
}

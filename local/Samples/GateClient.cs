using System.Net.Http.Headers;
using System.Net.Http.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Local.Samples;

/// <summary>An uploader's client: requests an address, uploads to it, and polls the result.</summary>
internal sealed class GateClient(HttpClient http)
{
    // Auditor may list the evidence of a case, which shows its progress.
    private const string Token = "/local/identity/token?sub=sample-uploader&role=Uploader&role=Auditor";

    /// <param name="services">Address of the replacements for Azure services on this machine, which issue development tokens.</param>
    public static async Task<GateClient> SignInAsync(Uri app, Uri services)
    {
        // A slow machine may take long; StallWatch cancels if there is no progress.
        var http = new HttpClient { BaseAddress = app, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await http.GetStringAsync(new Uri(services, Token)));
        return new GateClient(http);
    }

    /// <param name="progress">Receives the bytes sent so far.</param>
    /// <returns>The id of the upload.</returns>
    public async Task<string> UploadAsync(Sample sample, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var body = new { sample.FileName, sample.Declaration, sample.Title, Realism = sample.Realism ?? "unknown", sample.Jurisdictions };
        using var response = await http.PostAsJsonAsync("/api/uploads", body, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(await response.Content.ReadAsStringAsync(cancellationToken), inner: null, response.StatusCode);
        }

        var ticket = (await response.Content.ReadFromJsonAsync<UploadTicket>(cancellationToken))!;
        await new BlobClient(ticket.Url).UploadAsync(sample.Path, new BlobUploadOptions { ProgressHandler = progress }, cancellationToken);
        return ticket.UploadId;
    }

    /// <returns>The case, or null until the app has received the upload.</returns>
    public async Task<CaseView?> FindCaseAsync(string uploadId, CancellationToken cancellationToken)
    {
        if (await http.GetFromJsonAsync<UploadView>($"/api/uploads/{uploadId}", cancellationToken) is not { CaseId: { } caseId })
        {
            return null;
        }

        var found = (await http.GetFromJsonAsync<CaseView>($"/api/cases/{caseId}", cancellationToken))!;
        var evidence = found.Ended ? null : await http.GetFromJsonAsync<EvidenceView>($"/api/cases/{caseId}/evidence", cancellationToken);
        var disclosure = found.State is not "published" ? null
            : await http.GetFromJsonAsync<DisclosureView>($"/api/published/{caseId}/disclosure", cancellationToken);
        return found with { Evidence = evidence, Disclosure = disclosure };
    }

    private sealed record UploadTicket(string UploadId, Uri Url);
    private sealed record UploadView(string? CaseId);
}

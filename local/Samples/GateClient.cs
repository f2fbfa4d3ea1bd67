using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Local.Samples;

/// <summary>What an uploader's program does: asks for a place, uploads there, and asks how it went.</summary>
internal sealed class GateClient(HttpClient http)
{
    public static async Task<GateClient> SignInAsync(Uri app)
    {
        var http = new HttpClient { BaseAddress = app };
        var token = await http.GetStringAsync(new Uri("/local/identity/token?sub=sample-uploader&role=Uploader", UriKind.Relative));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return new GateClient(http);
    }

    /// <returns>The upload's id.</returns>
    public async Task<string> UploadAsync(Sample sample)
    {
        var request = new UploadRequest(sample.Name, sample.Declaration, sample.Title);
        using var response = await http.PostAsJsonAsync(new Uri("/api/uploads", UriKind.Relative), request, JsonSerializerOptions.Web);
        await EnsureSuccessAsync(response);
        var ticket = (await response.Content.ReadFromJsonAsync<UploadTicket>(JsonSerializerOptions.Web))!;
        await new BlobClient(ticket.Url).UploadAsync(sample.Path, new BlobUploadOptions());
        return ticket.UploadId;
    }

    /// <returns>The case, or null while the upload has not been noticed yet.</returns>
    public async Task<CaseView?> FindCaseAsync(string uploadId)
    {
        var upload = await GetAsync<UploadView>($"/api/uploads/{uploadId}");
        return upload.CaseId is null ? null : await GetAsync<CaseView>($"/api/cases/{upload.CaseId}");
    }

    private async Task<T> GetAsync<T>(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        await EnsureSuccessAsync(response);
        return (await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web))!;
    }

    private static async Task EnsureSuccessAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{response.RequestMessage!.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }
}

internal sealed record UploadRequest(string FileName, string Declaration, string? Title);

internal sealed record UploadTicket(string UploadId, Uri Url);

internal sealed record UploadView(string? CaseId);

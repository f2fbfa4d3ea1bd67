// The real package is compiled without nullable annotations.
#nullable disable annotations
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.ContentSafety;

/// <summary>Client of the REST API. Failures are <see cref="RequestFailedException"/>; 429 and 5xx are retried first.</summary>
public class ContentSafetyClient
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly Uri _endpoint;
    private readonly string _version;
    private readonly HttpPipeline _pipeline;

    public ContentSafetyClient(Uri endpoint, AzureKeyCredential credential, ContentSafetyClientOptions options)
        : this(endpoint, new KeyPolicy(credential), options)
    {
    }

    public ContentSafetyClient(Uri endpoint, TokenCredential credential, ContentSafetyClientOptions options)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options)
    {
    }

    private ContentSafetyClient(Uri endpoint, HttpPipelinePolicy authentication, ContentSafetyClientOptions options)
    {
        _endpoint = endpoint;
        _version = options.Version;
        _pipeline = HttpPipelineBuilder.Build(options, [], [authentication], new ResponseClassifier());
    }

    public virtual async Task<Response<AnalyzeImageResult>> AnalyzeImageAsync(
        AnalyzeImageOptions options, CancellationToken cancellationToken = default)
    {
        var request = new ImageRequest(new ImageSource(options.Image.Content.ToArray()), options.OutputType?.ToString());
        var (result, response) = await AnalyzeAsync("image:analyze", request, cancellationToken);
        return Response.FromValue(
            new AnalyzeImageResult([.. result.CategoriesAnalysis.Select(a => new ImageCategoriesAnalysis(new(a.Category), a.Severity))]),
            response);
    }

    public virtual Task<Response<AnalyzeTextResult>> AnalyzeTextAsync(string text, CancellationToken cancellationToken = default) =>
        AnalyzeTextAsync(new AnalyzeTextOptions(text), cancellationToken);

    public virtual async Task<Response<AnalyzeTextResult>> AnalyzeTextAsync(
        AnalyzeTextOptions options, CancellationToken cancellationToken = default)
    {
        var request =
            new TextRequest(options.Text, [.. options.BlocklistNames], options.HaltOnBlocklistHit, options.OutputType?.ToString());
        var (result, response) = await AnalyzeAsync("text:analyze", request, cancellationToken);
        var matches = (result.BlocklistsMatch ?? []).Select(match => new TextBlocklistMatch(match.BlocklistName, match.BlocklistItemText));
        var analyses = result.CategoriesAnalysis.Select(a => new TextCategoriesAnalysis(new(a.Category), a.Severity));
        return Response.FromValue(new AnalyzeTextResult([.. matches], [.. analyses]), response);
    }

    private async Task<(AnalyzeResponse Result, Response Response)> AnalyzeAsync<T>(
        string operation, T body, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_endpoint);
        message.Request.Uri.AppendPath($"/contentsafety/{operation}", escape: false);
        message.Request.Uri.AppendQuery("api-version", _version);
        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(body, Wire.Json));

        await _pipeline.SendAsync(message, cancellationToken);
        if (message.Response.IsError)
        {
            throw new RequestFailedException(message.Response);
        }

        var result = JsonSerializer.Deserialize<AnalyzeResponse>(message.Response.Content.ToMemory().Span, Wire.Json);
        return (result?.CategoriesAnalysis is null ? new AnalyzeResponse([]) : result, message.Response);
    }

    private sealed class KeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue(Wire.KeyHeader, credential.Key);
    }
}

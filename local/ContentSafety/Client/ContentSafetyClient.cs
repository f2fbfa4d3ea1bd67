// The real package is compiled without nullable annotations.
#nullable disable annotations
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.ContentSafety;

/// <summary>Client of the REST API <c>{endpoint}/contentsafety</c>. Failures are <see cref="RequestFailedException"/>; 429 and 5xx are retried first.</summary>
public class ContentSafetyClient
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly Uri _endpoint;
    private readonly string _version;
    private readonly HttpPipeline _pipeline;

    protected ContentSafetyClient()
    {
    }

    public ContentSafetyClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new ContentSafetyClientOptions())
    {
    }

    public ContentSafetyClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new ContentSafetyClientOptions())
    {
    }

    public ContentSafetyClient(Uri endpoint, AzureKeyCredential credential, ContentSafetyClientOptions options)
        : this(endpoint, new KeyPolicy(NotNull(credential)), options)
    {
    }

    public ContentSafetyClient(Uri endpoint, TokenCredential credential, ContentSafetyClientOptions options)
        : this(endpoint, new BearerTokenAuthenticationPolicy(NotNull(credential), Scope), options)
    {
    }

    private ContentSafetyClient(Uri endpoint, HttpPipelinePolicy authentication, ContentSafetyClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new ContentSafetyClientOptions();
        _endpoint = endpoint;
        _version = options.Version;
        _pipeline = HttpPipelineBuilder.Build(options, [], [authentication], new ResponseClassifier());
    }

    public virtual HttpPipeline Pipeline => _pipeline;

    public virtual Task<Response<AnalyzeImageResult>> AnalyzeImageAsync(Uri blobUri, CancellationToken cancellationToken = default) =>
        AnalyzeImageAsync(new AnalyzeImageOptions(new ContentSafetyImageData(blobUri)), cancellationToken);

    public virtual Task<Response<AnalyzeImageResult>> AnalyzeImageAsync(
        BinaryData content, CancellationToken cancellationToken = default) =>
        AnalyzeImageAsync(new AnalyzeImageOptions(new ContentSafetyImageData(content)), cancellationToken);

    public virtual async Task<Response<AnalyzeImageResult>> AnalyzeImageAsync(
        AnalyzeImageOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = new ImageRequest(
            new ImageSource(options.Image.Content?.ToArray(), options.Image.BlobUri), Names(options.Categories), options.OutputType?.ToString());
        var (result, response) = await AnalyzeAsync("image:analyze", request, Wire.Default.ImageRequest, cancellationToken);
        return Response.FromValue(
            new AnalyzeImageResult([.. result.CategoriesAnalysis.Select(a => new ImageCategoriesAnalysis(a.Category, a.Severity))]), response);
    }

    public virtual Task<Response<AnalyzeTextResult>> AnalyzeTextAsync(string text, CancellationToken cancellationToken = default) =>
        AnalyzeTextAsync(new AnalyzeTextOptions(text), cancellationToken);

    public virtual async Task<Response<AnalyzeTextResult>> AnalyzeTextAsync(
        AnalyzeTextOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var blocklists = options.BlocklistNames.Count == 0 ? null : options.BlocklistNames.ToList();
        var request = new TextRequest(
            options.Text, Names(options.Categories), blocklists, options.HaltOnBlocklistHit, options.OutputType?.ToString());
        var (result, response) = await AnalyzeAsync("text:analyze", request, Wire.Default.TextRequest, cancellationToken);
        var matches = (result.BlocklistsMatch ?? [])
            .Select(match => new TextBlocklistMatch(match.BlocklistName, match.BlocklistItemId, match.BlocklistItemText));
        var analyses = result.CategoriesAnalysis.Select(a => new TextCategoriesAnalysis(a.Category, a.Severity));
        return Response.FromValue(new AnalyzeTextResult([.. matches], [.. analyses]), response);
    }

    private async Task<(AnalyzeResponse Result, Response Response)> AnalyzeAsync<T>(
        string operation, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_endpoint);
        message.Request.Uri.AppendPath("/contentsafety/", escape: false);
        message.Request.Uri.AppendPath(operation, escape: false);
        message.Request.Uri.AppendQuery("api-version", _version);
        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(body, type));

        await _pipeline.SendAsync(message, cancellationToken);
        if (message.Response.IsError)
        {
            throw new RequestFailedException(message.Response);
        }

        var result = JsonSerializer.Deserialize(message.Response.Content.ToMemory().Span, Wire.Default.AnalyzeResponse);
        return (result?.CategoriesAnalysis is null ? new AnalyzeResponse([]) : result, message.Response);
    }

    private static List<string> Names<T>(IList<T> values)
        where T : struct =>
        values.Count == 0 ? null : [.. values.Select(v => v.ToString())];

    private static T NotNull<T>(T credential)
        where T : class =>
        credential ?? throw new ArgumentNullException(nameof(credential));
}

using System.Reflection;
using Azure.Storage.Blobs;
using Local.Worker.Functions;
using Local.Worker.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace Local.Worker.Blobs;

internal sealed class BlobTrigger(IConfiguration settings) : TriggerKind
{
    public override string BindingType => "blobTrigger";

    public override bool Handles(TriggerBindingAttribute attribute) => attribute is BlobTriggerAttribute;

    public override string Describe(LoadedFunction function) => ((BlobTriggerAttribute)function.Trigger).BlobPath;

    public BlobPath Path(TriggerBindingAttribute attribute) =>
        BlobPath.Parse(SettingExpressions.Resolve(((BlobTriggerAttribute)attribute).BlobPath, settings));

    public StorageConnection Connection(TriggerBindingAttribute attribute) =>
        StorageConnection.Of(settings, ((BlobTriggerAttribute)attribute).Connection);

    public override void Check(TriggerBindingAttribute attribute, Type? result)
    {
        MustBeNothing(result);
        _ = Path(attribute);
        _ = Connection(attribute);
    }

    public override ParameterSource? TriggerParameter(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(BlobClient)
            ? invocation => ValueTask.FromResult<object?>(((BlobEvent)invocation.Trigger).Blob)
            : null;

    public override ParameterSource? OtherParameter(ParameterInfo parameter, TriggerBindingAttribute attribute)
    {
        var placeholder = Path(attribute).Placeholder;
        return parameter.ParameterType == typeof(string) && parameter.Name == placeholder
            ? invocation => ValueTask.FromResult(invocation.Trigger.Data[placeholder])
            : null;
    }
}

namespace Local.Worker.Http;

/// <summary>Binds a parameter from the JSON body of the request.</summary>
internal static class JsonBody;

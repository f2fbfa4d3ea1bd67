namespace Local.Worker.Functions;

/// <summary>Where one parameter of a function takes its value from.</summary>
internal delegate ValueTask<object?> ParameterSource(Invocation invocation);

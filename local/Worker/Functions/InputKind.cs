using System.Reflection;

namespace Local.Worker.Functions;

/// <summary>An input that any trigger's function may ask for, such as <c>[DurableClient]</c>.</summary>
/// <param name="BindingType">As in a function's metadata; null for a parameter that is no binding.</param>
internal sealed record InputKind(string? BindingType, Func<ParameterInfo, bool> Matches, ParameterSource Source);

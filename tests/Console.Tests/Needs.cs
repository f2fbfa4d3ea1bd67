[assembly: Trait("Needs", "browser")]

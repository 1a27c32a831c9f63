package io.tastemaker.adapters.http.shared;

/**
 * One thing that is wrong with a request.
 *
 * @param code the kind of fault, answered as it is when all faults are of one kind
 * @param pointer where: {@code #/a/b} in the body, {@code ?name} in the query, {@code {name}} in the path, {@code header:Name}
 * @param detail what is wrong, naming what is allowed
 */
public record Fault(ProblemCode code, String pointer, String detail) {}

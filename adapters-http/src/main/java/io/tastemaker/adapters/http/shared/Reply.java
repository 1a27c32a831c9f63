package io.tastemaker.adapters.http.shared;

/** What a route answers: a result, a problem, a file, or a stream of events. */
public sealed interface Reply permits Answer, Problem, Download, EventStream {}

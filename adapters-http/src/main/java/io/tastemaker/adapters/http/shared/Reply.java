package io.tastemaker.adapters.http.shared;

/** What a route answers: a result, a problem, a file, a long list, or a stream of events. */
public sealed interface Reply permits Answer, Problem, Download, LineStream, EventStream {}

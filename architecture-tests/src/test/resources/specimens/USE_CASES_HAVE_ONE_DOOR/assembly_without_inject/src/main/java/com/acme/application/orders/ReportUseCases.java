// caught: com.acme.application.orders.ReportUseCases assembles use cases, but has not exactly one @Inject constructor
package com.acme.application.orders;

public record ReportUseCases(PlaceOrder placeOrder) {}

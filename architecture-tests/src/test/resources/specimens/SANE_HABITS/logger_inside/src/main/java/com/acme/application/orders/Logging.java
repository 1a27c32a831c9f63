// caught: com.acme.application.orders.Logging.log
package com.acme.application.orders;

record Logging(java.util.logging.Logger log) {}

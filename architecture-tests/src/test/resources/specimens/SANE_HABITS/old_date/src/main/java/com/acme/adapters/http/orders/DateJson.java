// caught: com.acme.adapters.http.orders.DateJson.at
package com.acme.adapters.http.orders;

record DateJson(java.util.Date at) {}

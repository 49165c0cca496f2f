# The status codes.
# heavy
from http import HTTPMethod, HTTPStatus

for status in HTTPStatus:
    print(status.value, status.name, status.phrase, status.description)
print(repr(HTTPStatus.OK), HTTPStatus(404), HTTPStatus.OK == 200, HTTPStatus["CREATED"])
print(repr(HTTPMethod.GET), str(HTTPMethod.POST), HTTPMethod("PUT").description)

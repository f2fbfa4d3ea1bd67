// expect: bad role: 'storageBlobDataContributor' holds the id of 'Storage Blob Data Owner'
var role = { storageBlobDataContributor: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' }

output role string = role.storageBlobDataContributor

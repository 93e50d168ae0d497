import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const FIRESTORE = 'https://googleapis.dev/nodejs/firestore/latest/'
const ADMIN = 'https://firebase.google.com/docs/reference/admin/node'
const STORAGE = 'https://googleapis.dev/nodejs/storage/latest/'

const firestore = rowsOf('@google-cloud/firestore', FIRESTORE)
const storage = rowsOf('@google-cloud/storage', STORAGE)
const admin = rowsOf('firebase-admin', ADMIN)

const REFERENCES = ['CollectionReference#', 'Query#', 'DocumentReference#', 'CollectionGroup#']

const QUERY_STEPS = `where orderBy limit limitToLast offset select startAt startAfter endBefore endAt`

/** Classes of Firestore and of Cloud Storage, and the ways that firebase-admin gives them. */
export const FIREBASE: readonly KnownCallRow[] = [
  firestore('new ', 'Firestore', { effects: [], fresh: true }),
  admin('', 'firestore', { effects: [], returns: '@google-cloud/firestore:Firestore' }),
  admin('', 'auth', { effects: [], returns: 'firebase-admin:Auth' }),
  admin('', 'storage', { effects: [], returns: '@google-cloud/storage:Storage' }),
  rowsOf('firebase-admin/firestore', ADMIN)('', 'getFirestore initializeFirestore', {
    effects: [],
    returns: '@google-cloud/firestore:Firestore',
  }),
  rowsOf('firebase-admin/auth', ADMIN)('', 'getAuth', { effects: [], returns: 'firebase-admin:Auth' }),
  rowsOf('firebase-admin/storage', ADMIN)('', 'getStorage', { effects: [], returns: '@google-cloud/storage:Storage' }),

  ...['Firestore#', 'DocumentReference#'].map((owner) =>
    firestore(owner, 'collection', {
      effects: [],
      returns: '@google-cloud/firestore:CollectionReference',
      holds: ['receiver'],
    })),
  ...['Firestore#', 'CollectionReference#'].map((owner) =>
    firestore(owner, 'doc', {
      effects: [],
      returns: '@google-cloud/firestore:DocumentReference',
      holds: ['receiver'],
    })),
  firestore('Firestore#', 'collectionGroup', {
    effects: [],
    returns: '@google-cloud/firestore:Query',
    holds: ['receiver'],
  }),
  firestore('Firestore#', 'getAll listCollections', { effects: reads('database'), returns: 'Promise', fresh: true }),
  firestore('Firestore#', 'batch bulkWriter', {
    effects: [],
    returns: '@google-cloud/firestore:WriteBatch',
    fresh: true,
  }),
  firestore('Firestore#', 'runTransaction', {
    effects: writes('database'),
    calls: [0],
    callbackGets: ['@google-cloud/firestore:Transaction'],
    returns: 'Promise<$settled>',
  }),
  ...['CollectionReference#', 'Query#'].map((owner) =>
    firestore(owner, QUERY_STEPS, {
      effects: [],
      returns: '@google-cloud/firestore:Query',
      holds: ['receiver'],
    })),
  ...REFERENCES.map((owner) =>
    firestore(owner, 'get listDocuments listCollections', {
      effects: reads('database'),
      returns: 'Promise',
      fresh: true,
    })),
  firestore('', 'CollectionReference#add DocumentReference#set DocumentReference#update DocumentReference#create', {
    effects: [...writes('database'), ...readsArguments(0)],
    returns: 'Promise',
    fresh: true,
  }),
  firestore('DocumentReference#', 'delete', { effects: writes('database'), returns: 'Promise', fresh: true }),
  firestore('WriteBatch#', 'set update delete create', {
    effects: [...writes('receiver'), ...readsArguments(0, 1)],
    returns: '$this',
  }),
  firestore('WriteBatch#', 'commit close flush', { effects: [...writes('database'), ...writes('receiver')] }),
  firestore('Transaction#', '*', { effects: writes('database'), oneAtATime: 'transaction' }),

  admin('Auth#', 'getUser getUserByEmail getUserByPhoneNumber getUsers listUsers verifyIdToken', {
    effects: reads('network'),
    async: true,
    fresh: true,
  }),
  admin('Auth#', '*', { effects: writes('network'), returns: 'Promise', fresh: true }),

  storage('new ', 'Storage', { effects: [], fresh: true }),
  storage('Storage#', 'bucket', { effects: [], returns: '@google-cloud/storage:Bucket', holds: ['receiver'] }),
  storage('Bucket#', 'file', { effects: [], returns: '@google-cloud/storage:File', holds: ['receiver'] }),
  storage('', 'Bucket#exists Bucket#getFiles Bucket#getMetadata File#exists File#getMetadata', {
    effects: reads('network'),
    callsLater: [0, 1],
    returns: 'Promise',
    fresh: true,
  }),
  // A download may be told to write a file.
  storage('File#', 'download', { effects: reads('network'), returns: 'Promise', when: { argument: 0, absent: true } }),
  storage('', 'File#* Bucket#*', { effects: [...writes('network'), ...writes('file-system')], callsLater: [1, 2] }),
]
